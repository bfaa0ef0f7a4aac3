package config

import (
	"net"
	"strconv"

	"go.yaml.in/yaml/v4"
)

// Listen is where a server listens: an address and a port.
type Listen string

func (x *Listen) decodeNode(d *decoder, n *yaml.Node, path string) {
	text, ok := d.line(n, path)
	if !ok {
		return
	}
	_, port, err := net.SplitHostPort(text)
	if number, bad := strconv.Atoi(port); err != nil || bad != nil || number < 0 || number > 65535 {
		d.problem(n, path, quote(text)+" is no address with a port", "such as 127.0.0.1:8080")
		return
	}
	*x = Listen(text)
}
