// Clientele turns a company's order, invoice and ticket databases into one
// customer table and mails what it shows to the managers.
package main

import (
	"context"
	"os"
)

func main() {
	aimLow()
	ctx, stop := untilSignal(context.Background())
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}
