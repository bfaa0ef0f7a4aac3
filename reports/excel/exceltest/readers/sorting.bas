' Sorts and filters every list of a workbook as a reader would, and writes down after each deed what stands there.
Option Explicit

Dim out As Integer
Dim book As Object

Sub Main(source As String, target As String, copy As String)
	Dim hidden(0) As New com.sun.star.beans.PropertyValue
	Dim form(0) As New com.sun.star.beans.PropertyValue
	Dim names, i
	On Error GoTo Failed ' else it would wait for somebody to close a message
	hidden(0).Name = "Hidden" : hidden(0).Value = True
	book = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
	out = FreeFile
	Open target For Output As #out
	Elsewhere("", "opened")
	names = book.DatabaseRanges.getElementNames()
	For i = LBound(names) To UBound(names)
		If book.DatabaseRanges.getByName(names(i)).AutoFilter Then Handle(names(i))
	Next i
	form(0).Name = "FilterName" : form(0).Value = "Calc MS Excel 2007 XML"
	book.storeToURL(copy, form())
	Print #out, "END"
	Close #out
	book.close(True)
	StarDesktop.terminate()
	Exit Sub
Failed:
	Print #out, "ERROR" & Chr(9) & Error$ & ", line " & Erl
	Close #out
	StarDesktop.terminate()
End Sub

Sub Handle(list As String)
	Dim area, sheet, cells, words, numbers
	area = book.DatabaseRanges.getByName(list).getDataArea()
	sheet = book.Sheets.getByIndex(area.Sheet)
	cells = sheet.getCellRangeByPosition(area.StartColumn, area.StartRow, area.EndColumn, area.EndRow)
	words = FirstOf(cells, "String")
	numbers = FirstOf(cells, "Double")
	Look(sheet, area, list, "as it is", 0)
	If words < 0 Then Exit Sub ' a list without a line
	SortBy(cells, words, True)
	Look(sheet, area, list, "sorted up", words)
	If numbers >= 0 Then
		SortBy(cells, numbers, True)
		Look(sheet, area, list, "sorted up", numbers)
		SortBy(cells, numbers, False)
		Look(sheet, area, list, "sorted down", numbers)
	End If
	FilterOn(cells, words, (area.EndRow - area.StartRow + 1) \ 2)
	Look(sheet, area, list, "filtered", words)
	Elsewhere(sheet.Name, list)
	Unfilter(cells)
End Sub

' FirstOf is the first column whose cells of the first rows hold a type, or -1.
Function FirstOf(cells, kind As String) As Integer
	Dim data, c, r
	data = cells.getDataArray()
	FirstOf = -1
	For c = 0 To UBound(data(0))
		For r = 1 To UBound(data)
			If TypeName(data(r)(c)) = kind And data(r)(c) <> "" Then
				FirstOf = c
				Exit Function
			End If
			If r = 3 Then Exit For
		Next r
	Next c
End Function

Sub SortBy(cells, field, up As Boolean)
	Dim fields(0) As New com.sun.star.table.TableSortField
	Dim how(1) As New com.sun.star.beans.PropertyValue
	fields(0).Field = field
	fields(0).IsAscending = up
	how(0).Name = "SortFields" : how(0).Value = fields()
	how(1).Name = "ContainsHeader" : how(1).Value = True
	cells.sort(how())
End Sub

Sub FilterOn(cells, field, row)
	Dim fields(0) As New com.sun.star.sheet.TableFilterField
	Dim how
	fields(0).Field = field
	fields(0).Operator = com.sun.star.sheet.FilterOperator.EQUAL
	fields(0).StringValue = cells.getCellByPosition(field, row).getString()
	how = cells.createFilterDescriptor(True)
	how.ContainsHeader = True
	how.setFilterFields(fields())
	cells.filter(how)
End Sub

Sub Unfilter(cells)
	cells.filter(cells.createFilterDescriptor(True))
End Sub

' Look writes a list down with the line above its heads and all lines below it.
Sub Look(sheet, area, list As String, deed As String, field)
	Dim cursor, r, top
	book.calculateAll()
	cursor = sheet.createCursor()
	cursor.gotoEndOfUsedArea(False)
	Print #out, "LIST" & Chr(9) & sheet.Name & Chr(9) & list & Chr(9) & deed & Chr(9) & (area.StartColumn + 1) & Chr(9) & (area.StartRow + 1) & Chr(9) & (area.EndRow + 1) & Chr(9) & field
	top = area.StartRow - 1
	For r = top To cursor.getRangeAddress().EndRow
		Line(sheet, r, area.StartColumn, area.EndColumn)
	Next r
End Sub

Sub Line(sheet, r, from, upto)
	Dim text, c, data, shows
	data = sheet.getCellRangeByPosition(from, r, upto, r).getDataArray()
	shows = sheet.Rows.getByIndex(r).IsVisible
	text = "ROW" & Chr(9) & shows
	For c = 0 To UBound(data(0))
		text = text & Chr(9) & TypeName(data(0)(c)) & " " & data(0)(c)
	Next c
	Print #out, text
End Sub

' Elsewhere writes down what all other sheets hold.
Sub Elsewhere(but As String, list As String)
	Dim s, sheet, cursor, data, r, c, text
	For s = 0 To book.Sheets.getCount() - 1
		sheet = book.Sheets.getByIndex(s)
		If sheet.Name <> but Then
			cursor = sheet.createCursor()
			cursor.gotoEndOfUsedArea(False)
			data = sheet.getCellRangeByPosition(0, 0, cursor.getRangeAddress().EndColumn, cursor.getRangeAddress().EndRow).getDataArray()
			Print #out, "SHEET" & Chr(9) & sheet.Name & Chr(9) & list
			For r = 0 To UBound(data)
				Print #out, "CELLS" & Chr(9) & Join(data(r), Chr(9))
			Next r
		End If
	Next s
End Sub
