// A test file without tests.
package demo

func helper() int { return 1 }
