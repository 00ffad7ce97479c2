"""What SQL cannot say: numbers or arrays in, frozen values out; no DuckDB and no screen."""
