"""Working hours within which tickets are to be answered and resolved."""

from data.part import Part, Positive


class Target(Part):
    """Working hours within which a ticket is to be answered and resolved."""

    first_response_hours: Positive
    resolution_hours: Positive


class Severities(Part):
    """Targets of one kind of ticket, by severity."""

    critical: Target
    major: Target
    minor: Target


class Targets(Part):
    """Targets by kind of ticket."""

    fault: Severities
    requirement: Severities
    delivery: Severities

    def parameters(self) -> dict[str, object]:
        """The targets as columns of equal length for SQL, one entry per kind and severity."""
        targets = [
            (kind, severity, target) for kind, severities in self for severity, target in severities
        ]
        return {
            "target_kinds": [kind for kind, _severity, _target in targets],
            "target_severities": [severity for _kind, severity, _target in targets],
            "target_first_response_hours": [t.first_response_hours for _k, _s, t in targets],
            "target_resolution_hours": [t.resolution_hours for _k, _s, t in targets],
        }
