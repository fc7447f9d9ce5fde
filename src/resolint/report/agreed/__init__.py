"""What agreed language says of a draft: text, JSON and a page."""
