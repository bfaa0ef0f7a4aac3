-- +goose Up
ALTER TABLE `key_figures` RENAME TO `scope_figures`;
