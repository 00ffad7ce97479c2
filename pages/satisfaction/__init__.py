"""Pages about tiers and expectations."""
