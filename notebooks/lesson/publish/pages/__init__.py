"""The lessons as plain pages: no Python behind them, no request to anybody. They are made from the stored notebooks."""
