"""Agreed language: adopted texts, kept so that a wording is found again in milliseconds, and what a draft makes of it."""
