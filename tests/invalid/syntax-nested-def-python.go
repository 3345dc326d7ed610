package main

def main() {
	print("x")
}
