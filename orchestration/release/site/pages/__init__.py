"""What stands on each kind of page: one file a kind, each giving pages the same for all languages."""
