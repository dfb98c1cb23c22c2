"""Why a goal is not reached, in a sentence each, by how the row's name begins."""

REASONS = {
}


def why(row):
    return next((f"{start}: {reason}" for start, reason in REASONS.items() if row.startswith(start)),
                f"{row}: not explained yet.")
