-- +goose Up
DROP VIEW `customers_current`;
