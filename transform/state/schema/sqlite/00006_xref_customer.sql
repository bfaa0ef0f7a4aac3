-- +goose Up
CREATE INDEX xref_customer ON xref (customer);
