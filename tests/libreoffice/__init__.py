"""LibreOffice as a second judge of what is written into Word files: ``python -m tests.libreoffice``."""
