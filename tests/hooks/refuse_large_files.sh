#!/usr/bin/env bash
# Refuses files over 512 KiB: data belongs into ELO_HOME, examples are small.
set -euo pipefail
status=0
for file in "$@"; do
  size=$(wc -c <"$file")
  if [ "$size" -gt 524288 ]; then
    echo "$file: $size bytes, more than 524288"
    status=1
  fi
done
exit $status
