package main

import (
	"fmt"
	"time"
)

const (
	treat = 50 //param 20..90
	calls = 70 //param 20..150
)

func ambulance(urgent chan<- string) {
	for range 3 {
		time.Sleep(calls * time.Millisecond)
		urgent <- "U"
	}
}

func shift(urgentFirst bool) (order string) {
	urgent, waiting := make(chan string, 3), make(chan string, 5)
	for range 5 {
		waiting <- "w"
	}
	go ambulance(urgent)
	for range 8 {
		patient := ""
		if urgentFirst {
			select {
			case patient = <-urgent:
			default:
			}
		}
		if patient == "" {
			select {
			case patient = <-urgent:
			case patient = <-waiting:
			}
		}
		order += patient
		time.Sleep(treat * time.Millisecond)
	}
	return order
}

func main() {
	fmt.Println("one select:  ", shift(false))
	fmt.Println("urgent first:", shift(true))
}
