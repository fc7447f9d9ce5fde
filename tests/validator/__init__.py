"""Holds written Word files against the schemas of Office Open XML, by the Open XML SDK in an npm package."""
