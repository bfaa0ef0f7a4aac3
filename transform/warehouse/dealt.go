package warehouse

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"sync"
)

// dealt keeps encoded records in one file a bucket, by ranges of customers'
// numbers.
type dealt struct {
	count   int // customers, without nobody
	buckets [Buckets]bucket
}

// A bucket is the file of one range of customers.
type bucket struct {
	mutex sync.Mutex
	file  *os.File
	out   *bufio.Writer
	head  []byte
	size  int64
}

// newDealt makes the files. Where the system lets go of the name of an open file
// they leave nothing behind even if the process is killed.
func newDealt(folder string, count int) (*dealt, error) {
	d := &dealt{count: count}
	for i := range d.buckets {
		file, err := os.CreateTemp(folder, foldPattern)
		if err != nil {
			return nil, errors.Join(fmt.Errorf("make a file for histories: %w", err), d.close())
		}
		_ = os.Remove(file.Name())
		d.buckets[i].file, d.buckets[i].out = file, bufio.NewWriterSize(file, 1<<16)
	}
	return d, nil
}

// bucketOf returns the bucket of a customer's number.
func (d *dealt) bucketOf(number uint32) int {
	return int(uint64(number) * Buckets / uint64(d.count+1))
}

// first returns the lowest number of a bucket.
func (d *dealt) first(bucket int) uint32 {
	return uint32((uint64(bucket)*uint64(d.count+1) + Buckets - 1) / Buckets)
}

// put appends a record: its customer within the bucket, its length, its kind and
// its body.
func (d *dealt) put(number uint32, kind byte, body []byte) error {
	i := d.bucketOf(number)
	b := &d.buckets[i]
	b.mutex.Lock()
	defer b.mutex.Unlock()
	b.head = binary.AppendUvarint(b.head[:0], uint64(number-d.first(i)))
	b.head = binary.AppendUvarint(b.head, uint64(len(body)))
	b.head = append(b.head, kind)
	b.size += int64(len(b.head) + len(body))
	_, err := b.out.Write(b.head)
	if err == nil {
		_, err = b.out.Write(body)
	}
	if err != nil {
		return fmt.Errorf("write histories: %w", err)
	}
	return nil
}

func (d *dealt) flush() error {
	for i := range d.buckets {
		if err := d.buckets[i].out.Flush(); err != nil {
			return fmt.Errorf("write histories: %w", err)
		}
	}
	return nil
}

// load returns the contents of a bucket.
func (d *dealt) load(i int) ([]byte, error) {
	data := make([]byte, d.buckets[i].size)
	_, err := d.buckets[i].file.ReadAt(data, 0)
	if len(data) == 0 {
		err = nil
	}
	return data, err
}

func (d *dealt) close() error {
	var all []error
	for i := range d.buckets {
		if f := d.buckets[i].file; f != nil {
			all = append(all, f.Close())
			_ = os.Remove(f.Name()) // gone already where the system allowed it
			d.buckets[i].file = nil
		}
	}
	return errors.Join(all...)
}
