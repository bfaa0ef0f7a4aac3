package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"

	"clientele/config"
	"clientele/jobs"
)

// listening answers questions about the process over HTTP until the returned
// function ends it, where the configuration names an address.
func listening(c *config.Config, d *jobs.Director) (over func(), err error) {
	at := string(c.Serve.Listen)
	if at == "" {
		return func() {}, nil
	}
	listener, err := net.Listen("tcp", at)
	if err != nil {
		return nil, configError{fmt.Errorf("serve.listen of %s: %w (another `clientele serve` at work is enough; else name a free port)", c.File, err)}
	}
	d.Pulse = new(jobs.Pulse)
	server := &http.Server{Handler: d.Health(), ReadHeaderTimeout: 5 * time.Second, WriteTimeout: time.Minute}
	go func() {
		if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
			d.Log.Error("nobody is answered any more", "at", at, "error", err)
		}
	}()
	d.Log.Info("listening", "at", listener.Addr().String())
	return func() {
		ctx, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		_ = server.Shutdown(ctx)
	}, nil
}
