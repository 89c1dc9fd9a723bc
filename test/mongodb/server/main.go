// Command server is the MongoDB-compatible server that the tests run against where they are given no DATABASE_URL:
// FerretDB with its SQLite backend, behind a listener that makes each write atomic.
//
// Usage: server ADDRESS DIRECTORY
//
// It prints "ready mongodb://HOST:PORT/" once it accepts connections, and stops on SIGTERM, on SIGINT, and when its
// standard input closes, so that it never outlives the tests that started it.
package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"

	"github.com/FerretDB/FerretDB/ferretdb"
)

func main() {
	if len(os.Args) != 3 {
		fail(fmt.Errorf("usage: server ADDRESS DIRECTORY"))
	}
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGINT)
	defer stop()
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin)
		stop()
	}()
	if err := run(ctx, os.Args[1], os.Args[2]); err != nil {
		fail(err)
	}
}

func run(ctx context.Context, address, directory string) error {
	data := filepath.Join(directory, "data")
	if err := os.MkdirAll(data, 0o700); err != nil {
		return err
	}
	socket := filepath.Join(directory, "ferretdb.sock")
	database, err := ferretdb.New(&ferretdb.Config{
		Listener: ferretdb.ListenerConfig{Unix: socket},
		Logger:   slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelError})),
		Handler:  "sqlite",
		// The data is thrown away after the tests: no reason to wait for the disk.
		SQLiteURL: "file:" + data + "/?_pragma=synchronous(off)",
	})
	if err != nil {
		return err
	}
	ended := make(chan error, 1)
	go func() { ended <- database.Run(ctx) }()
	database.MongoDBURI() // Returns when the socket accepts connections.

	listener, err := net.Listen("tcp", address)
	if err != nil {
		return err
	}
	fmt.Printf("ready mongodb://%s/\n", listener.Addr())
	go serve(listener, socket)
	<-ctx.Done()
	_ = listener.Close()
	return <-ended
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
