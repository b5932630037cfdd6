"""What became of a message, for those who were given the link to it."""

import hashlib
import hmac
import os
import time

from baas import group_status

DAY = 24 * 60 * 60


def link_to(group_id, now=time.time):
    """For the browser. Group ids are counted up: without a signature anybody could read the next one."""
    expires = int(now()) + DAY
    return f"/sms-status/{group_id}?expires={expires}&signature={_sign(group_id, expires)}"


def read_status(group_id, expires, signature, now=time.time):
    """The body of GET /sms-status/<group_id>, or None: answer 404."""
    # As bytes: compare_digest refuses strings with letters outside ASCII, and a visitor may send any.
    good = hmac.compare_digest(_sign(group_id, expires).encode(), str(signature).encode())
    if not good or int(expires) < now():
        return None
    rows = group_status(group_id)
    delivered = sum(row["result"] == "성공" for row in rows)
    failed = sum(row["result"] == "실패" for row in rows)
    pending = len(rows) - delivered - failed
    return {
        "groupId": group_id,
        "delivered": delivered,
        "failed": failed,
        "pending": pending,
        # No rows yet means under way, never done.
        "final": bool(rows) and pending == 0,
        "messages": [
            {"phone": _mask(row["phone"]), "status": row["result"], "reason": row["reason"]}
            for row in rows
        ],
    }


def _mask(phone):
    return f"{phone[:3]}-****-{phone[-4:]}"


def _sign(group_id, expires):
    secret = os.environ["STATUS_SECRET"].encode()
    return hmac.new(secret, f"{group_id}:{expires}".encode(), hashlib.sha256).hexdigest()
