"""What results of campaigns teach: posteriors of hosts and groups, of the spreads themselves, and how good forecasts were."""
