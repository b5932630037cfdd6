"""One text to many people, a thousand a request. Show the preview to a person before you call send_campaign()."""

import re

from baas import NotSent, OutcomeUnknown, send_sms

CHUNK = 1000  # the most the provider takes in one request


def parse_recipients(lines):
    """One number a line. The same number twice gets one message."""
    digits = dict.fromkeys(re.sub(r"\D", "", line) for line in lines.splitlines() if line.strip())
    return [
        {"phone_number": f"{phone[:3]}-{phone[3:7]}-{phone[7:]}", "member_code": phone}
        for phone in digits
    ]


def preview(recipients, text, advertising=True):
    """For the person who confirms: how many, how long, and what is wrong."""
    problems = []
    if advertising and not text.startswith("(광고)"):
        problems.append("광고는 (광고)로 시작해야 합니다.")
    if advertising and "무료수신거부" not in text and "무료거부" not in text:
        problems.append("광고에는 무료수신거부 번호가 있어야 합니다.")
    # cp949 is what Korean carriers count in: a Hangul syllable is two bytes.
    return {
        "recipients": len(recipients),
        "bytes": len(text.encode("cp949", "replace")),
        "problems": problems,
    }


def send_campaign(recipients, text, already_sent=()):
    """Yields (chunk, group_id or None, 'accepted' | 'not-sent' | 'unknown'). Note each before asking for the next.

    `already_sent`: the numbers noted as accepted or unknown by an earlier run; they are left out.
    """
    done = set(already_sent)
    rest = [person for person in recipients if person["phone_number"] not in done]
    for start in range(0, len(rest), CHUNK):
        chunk = rest[start : start + CHUNK]
        try:
            yield chunk, send_sms(chunk, text), "accepted"
        except NotSent:
            yield chunk, None, "not-sent"
        except OutcomeUnknown:
            # Something is wrong over there: the rest waits until a person has looked.
            yield chunk, None, "unknown"
            return
