"""A draft as a page that looks like a document of the United Nations, and as plain text."""
