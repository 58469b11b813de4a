"""The printed page by numbers: a finished PDF is read as a viewer reads it, and measured against the limits."""
