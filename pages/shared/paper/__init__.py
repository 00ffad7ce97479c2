"""What every PDF shares: a font with Chinese characters, lines broken for both scripts, type."""
