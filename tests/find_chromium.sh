#!/usr/bin/env bash
# Prints the path of a Chromium for the browser tests; installs Debian's package where the machine has none.
set -euo pipefail

find_browser() {
  local name
  for name in "${RSFM_CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
    if [ -n "$name" ] && command -v "$name"; then return; fi
  done
  return 1
}

# Chinese text needs a font, or screenshots show boxes.
has_chinese_font() { command -v fc-list >/dev/null && [ -n "$(fc-list :lang=zh)" ]; }

as_root=()
if [ "$(id -u)" -ne 0 ]; then as_root=(sudo -n); fi
wanted=()
find_browser >/dev/null || wanted+=(chromium)
has_chinese_font || wanted+=(fonts-noto-cjk fontconfig)
if [ "${#wanted[@]}" -gt 0 ]; then
  if ! command -v apt-get >/dev/null; then
    echo "Install Chromium (or set RSFM_CHROMIUM to its path) and a Chinese font: there is no apt-get here." >&2
    exit 1
  fi
  "${as_root[@]}" apt-get update >&2
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "${wanted[@]}" >&2
fi
find_browser
