-- The kind that reads an exporter's metrics; the one that asks a Prometheus server is prometheus-query.
UPDATE `source` SET `kind` = 'prometheus-scrape' WHERE `kind` = 'prometheus';
