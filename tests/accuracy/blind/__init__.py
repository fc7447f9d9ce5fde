"""The blind set: faults written down before anybody ran resolint on them, and the scorer that counts which are found."""
