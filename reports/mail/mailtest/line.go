package mailtest

import (
	"context"
	"errors"
	"net"
	"sync/atomic"
)

// ErrTorn is what a torn line says.
var ErrTorn = errors.New("the line is torn")

// Torn opens connections that break after so many bytes were sent over them.
func Torn(after int64) func(context.Context, string, string) (net.Conn, error) {
	return func(ctx context.Context, network, address string) (net.Conn, error) {
		c, err := new(net.Dialer).DialContext(ctx, network, address)
		if err != nil {
			return nil, err
		}
		line := &torn{Conn: c}
		line.left.Store(after)
		return line, nil
	}
}

// Narrow opens connections that hold back next to nothing.
func Narrow(ctx context.Context, network, address string) (net.Conn, error) {
	c, err := new(net.Dialer).DialContext(ctx, network, address)
	if tcp, ok := c.(*net.TCPConn); ok {
		err = errors.Join(err, tcp.SetWriteBuffer(4<<10))
	}
	return c, err
}

type torn struct {
	net.Conn
	left atomic.Int64
}

// Write implements net.Conn.
func (c *torn) Write(p []byte) (int, error) {
	if c.left.Add(-int64(len(p))) < 0 {
		_ = c.Conn.Close()
		return 0, ErrTorn
	}
	return c.Conn.Write(p)
}
