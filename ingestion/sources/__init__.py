"""One folder a source; nothing outside a folder knows its name."""
