"""A comparison of two drafts: text, JSON and a page."""
