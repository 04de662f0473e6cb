"""Regular expressions and closed lists that several suites share."""

from __future__ import annotations

#: Letters read with the wrong character set, or lost.
MOJIBAKE = r"Ã[\x80-\xbf¤¶¥…„–]|â€|\ufffd"
MAIL = r"[\w.+-]+@[\w-]+\.[a-z]{2,}"
IDENTITY_CODE = r"\b[0-3]\d[01]\d\d{2}[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y]\b"
PHONE = r"(?:\+358|\b0(?:40|41|44|45|50))[ -]?\d{2,4}[ -]?\d{2,4}\b"
MARKUP = r"</?[a-zA-Z][^>]*>|&(?:amp|nbsp|lt|gt|quot);"
#: What a reader can open, or the row of a dropped file; never this machine.
PUBLIC_URL = r"^(https?://(?!localhost|127\.|0\.0\.0\.0|\[::1\])[^\s/]+\.[^\s]+|drop:[^\s]+)$"
SHA256 = r"^[0-9a-f]{64}$"

STATUSES = ["planned", "ongoing", "ended", "cancelled", "unknown"]
PRECISIONS = ["day", "month", "year"]
INSTRUMENTS = ["ESR", "ESR+", "EAKR", "JTF", "RRF", "STATE", "OTHER"]
AMOUNT_KINDS = [
    "granted", "granted_eu_share", "partner_share", "national_share", "own_funding",
    "total_cost", "planned_public", "realised_public", "realised", "paid",
]  # fmt: skip
QUALIFIERS = ["exact", "approx", "max", "min"]
AMOUNT_STATUSES = ["published", "not_published", "derived"]
REGION_BASES = ["target_area", "site", "beneficiary_seat", "text"]
ORGANISATION_TYPES = [
    "ministry", "agency", "ely", "elinvoimakeskus", "avi", "municipality", "wellbeing_county",
    "regional_council", "education_provider", "university", "uas", "association", "foundation",
    "company", "joint_authority", "natural_person", "other",
]  # fmt: skip
