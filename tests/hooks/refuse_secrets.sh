#!/usr/bin/env bash
# Refuses private keys, tokens and absolute home paths in text files.
set -euo pipefail
pattern='-----BEGIN [A-Z ]*PRIVATE KEY|AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36}|/home/[a-z]+/|/root/'
if grep -nIE -- "$pattern" "$@" | grep -v 'tests/hooks/refuse_secrets.sh'; then
  echo "the lines above look like a secret or a machine path"
  exit 1
fi
