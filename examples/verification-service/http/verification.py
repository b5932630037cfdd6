"""Phone verification by SMS code. Put send_code and check_code behind two POST routes of your framework.

In Django or Flask give `database` your own connection: the statements are those of SQLite and PostgreSQL
(write %s for ? there).
"""

import hashlib
import hmac
import os
import re
import secrets
import sqlite3
import time

from baas import NotSent, OutcomeUnknown, send_sms

LIFETIME, COOL_DOWN, MAX_ATTEMPTS = 5 * 60, 60, 5

SCHEMA = """CREATE TABLE IF NOT EXISTS codes (
  phone TEXT PRIMARY KEY, signature TEXT, expires_at REAL, attempts INTEGER, sent_at REAL)"""


def connect(path="codes.sqlite"):
    database = sqlite3.connect(path, isolation_level=None)
    database.execute(SCHEMA)
    return database


def send_code(database, phone_number, now=time.time):
    """'sent', 'too-soon', 'bad-number' or 'not-sent'."""
    phone = canonical(phone_number)
    if phone is None:
        return "bad-number"
    code = f"{secrets.randbelow(1_000_000):06}"  # never random.random(): that can be predicted
    row = database.execute(
        """INSERT INTO codes VALUES (?, ?, ?, 0, ?) ON CONFLICT (phone) DO UPDATE SET
             signature = excluded.signature, expires_at = excluded.expires_at,
             attempts = 0, sent_at = excluded.sent_at
           WHERE codes.sent_at <= ? RETURNING phone""",
        (phone, _sign(phone, code), now() + LIFETIME, now(), now() - COOL_DOWN),
    ).fetchone()
    if row is None:
        return "too-soon"
    try:
        send_sms(
            [{"phone_number": phone, "member_code": phone.replace("-", "")}],
            f"인증번호는 {code}입니다. 5분 안에 입력하고, 남에게 알리지 마세요.",
        )
    except NotSent:
        database.execute("UPDATE codes SET signature = NULL, sent_at = 0 WHERE phone = ?", (phone,))
        return "not-sent"
    except OutcomeUnknown:
        pass  # it may have left: the code stays good and nothing is sent again
    return "sent"


def check_code(database, phone_number, code, now=time.time):
    """True once. Wrong, expired, used and never sent look the same."""
    phone = canonical(phone_number)
    # Counted before it is compared, in one statement: parallel guesses get no extra attempts.
    row = database.execute(
        """UPDATE codes SET attempts = attempts + 1
           WHERE phone = ? AND signature IS NOT NULL AND expires_at > ? AND attempts < ?
           RETURNING signature""",
        (phone, now(), MAX_ATTEMPTS),
    ).fetchone()
    # compare_digest takes the same time however much of it is right.
    if row is None or not hmac.compare_digest(row[0], _sign(phone, str(code).strip())):
        return False
    used = database.execute(
        "UPDATE codes SET signature = NULL WHERE phone = ? AND signature = ? RETURNING phone",
        (phone, row[0]),
    ).fetchone()
    return used is not None


def canonical(phone_number):
    """One spelling for one phone, so that limits cannot be dodged by writing it another way."""
    digits = re.sub(r"[\s.-]", "", str(phone_number))
    digits = re.sub(r"^(\+82|0082)0?", "0", digits)
    return f"{digits[:3]}-{digits[3:7]}-{digits[7:]}" if re.fullmatch(r"010[0-9]{8}", digits) else None


def _sign(phone, code):
    secret = os.environ["VERIFICATION_SECRET"].encode()
    return hmac.new(secret, f"{phone}:{code}".encode(), hashlib.sha256).hexdigest()
