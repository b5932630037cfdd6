#!/bin/sh
# Follows the pinned addresses: root with NET_ADMIN alone, beside the server. It asks no name server; who writes the
# hosts file does. Should it end, the rules stay as they are: closed.
set -euf

here=$(dirname "$0")
known=$("$here/egress-rules.sh" addresses)
while sleep 2; do
  now=$("$here/egress-rules.sh" addresses) || continue
  # Empty is a file that is just being written, never a wish: what was open stays open.
  if [ -z "$now" ] || [ "$now" = "$known" ]; then continue; fi
  # One transaction: there is no moment with neither the old addresses nor the new.
  if printf 'flush set inet jeonbo allowed\nadd element inet jeonbo allowed { %s }\n' "$now" | nft -f -; then
    known=$now
  fi
done
