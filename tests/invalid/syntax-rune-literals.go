package main

func main() {
	_ = 'hello'
	_ = '\x414'
	_ = '''
	_ = '\'
	_ = ' '
}
