package excel

import (
	"testing"

	"github.com/xuri/excelize/v2"
)

func TestAListIsFoundWhereverAPersonPutIt(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	if _, err := f.NewSheet("Mine"); err != nil {
		t.Fatal(err)
	}
	for cell, v := range map[string]any{"A1": "notes", "C3": "Verdict", "B3": " first ", "E3": "SECOND", "B4": "shop/0017", "C4": "same", "E4": "till/1", "A5": "aside", "B6": 17} {
		if err := f.SetCellValue("Mine", cell, v); err != nil {
			t.Fatal(err)
		}
	}
	buf, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	list, err := FindList(buf.Bytes(), "first", "second", "verdict")
	if err != nil || len(list) != 2 {
		t.Fatal(list, err)
	}
	if a := list[0]; a.Row != 4 || a.Tab != "Mine" || a.Cell("verdict") != "C4" || a.Cell("why") != "" || a.Fields["first"] != "shop/0017" || a.Fields["second"] != "till/1" || a.Fields["verdict"] != "same" {
		t.Errorf("%+v", a)
	}
	if a := list[1]; a.Row != 6 || a.Fields["first"] != "17" {
		t.Errorf("%+v", a)
	}
	if _, err := FindList(buf.Bytes(), "first", "third"); err == nil {
		t.Error("heads that are not there are no error")
	}
	if _, err := FindList([]byte("first,second"), "first"); err == nil {
		t.Error("a file that is no workbook is no error")
	}
}
