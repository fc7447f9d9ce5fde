"""False alarms on adopted texts: ``python -m tests.accuracy`` (see ``tox -e accuracy``)."""
