"""What stands on each kind of page: one file a kind, each the same for all languages."""
