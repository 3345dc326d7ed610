package main

func init() {}
func init() {}

var main = 1
var init = 2

type main struct{}
