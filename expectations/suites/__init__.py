"""One module a published table; `expectations.registry` finds them."""
