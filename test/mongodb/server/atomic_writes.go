package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"net"
	"sync"
)

const (
	headerLength = 16
	opMsg        = 2013
	moreToCome   = 1 << 1
	// The largest message of MongoDB's protocol.
	longest = 48_000_000
)

// FerretDB 1 finds the documents of a write and then stores them by _id, with nothing in between to hold other writers
// off: of two that change a document on the same condition both succeed. MongoDB promises that a write to one document
// is atomic, so these commands go through one at a time.
var writes = map[string]bool{"insert": true, "update": true, "delete": true, "findAndModify": true}
var writing sync.Mutex

func serve(listener net.Listener, socket string) {
	for {
		client, err := listener.Accept()
		if err != nil {
			return
		}
		go forward(client, socket)
	}
}

// forward carries the messages of one connection, each request with its reply.
func forward(client net.Conn, socket string) {
	defer client.Close()
	database, err := net.Dial("unix", socket)
	if err != nil {
		return
	}
	defer database.Close()
	for {
		request, err := readMessage(client)
		if err != nil {
			return
		}
		reply, err := exchange(database, request)
		if err != nil {
			return
		}
		if _, err = client.Write(reply); err != nil {
			return
		}
	}
}

func exchange(database net.Conn, request []byte) ([]byte, error) {
	if writes[commandOf(request)] {
		writing.Lock()
		defer writing.Unlock()
	}
	if _, err := database.Write(request); err != nil {
		return nil, err
	}
	if isOneWay(request) {
		return nil, nil
	}
	return readMessage(database)
}

func readMessage(from io.Reader) ([]byte, error) {
	header := make([]byte, headerLength)
	if _, err := io.ReadFull(from, header); err != nil {
		return nil, err
	}
	length := binary.LittleEndian.Uint32(header)
	if length < headerLength || length > longest {
		return nil, errors.New("a message has an impossible length")
	}
	message := append(header, make([]byte, length-headerLength)...)
	_, err := io.ReadFull(from, message[headerLength:])
	return message, err
}

func isMsg(message []byte) bool {
	return len(message) > headerLength+4 && binary.LittleEndian.Uint32(message[12:]) == opMsg
}

func isOneWay(message []byte) bool {
	return isMsg(message) && binary.LittleEndian.Uint32(message[headerLength:])&moreToCome != 0
}

// commandOf is the name of the first field of the first document: after the header, the flags, the section's kind,
// the document's length and the field's type.
func commandOf(message []byte) string {
	const start = headerLength + 4 + 1 + 4 + 1
	if !isMsg(message) || len(message) < start {
		return ""
	}
	name, _, _ := bytes.Cut(message[start:], []byte{0})
	return string(name)
}
