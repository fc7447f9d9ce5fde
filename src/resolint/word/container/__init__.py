"""A Word file as a zip of parts: found, limited, parsed safely, and written again byte for byte where nothing changed."""
