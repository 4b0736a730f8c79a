#!/usr/bin/env bash
# Prints the path of biber, which reads references back in the tests; installs Debian's package where there is none.
set -euo pipefail

as_root=()
if [ "$(id -u)" -ne 0 ]; then as_root=(sudo -n); fi
if ! command -v "${RSFM_BIBER:-biber}" >/dev/null; then
  if ! command -v apt-get >/dev/null; then
    echo "Install biber (or set RSFM_BIBER to its path): there is no apt-get here." >&2
    exit 1
  fi
  "${as_root[@]}" apt-get update >&2
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends biber >&2
fi
command -v "${RSFM_BIBER:-biber}"
