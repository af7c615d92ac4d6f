// Package words counts and joins words.
package words

import "strings"

// Count tells how many words a text has.
func Count(text string) int {
	return len(strings.Fields(text))
}

// Initials gives the first letter of each word.
func Initials(text string) string {
	var out strings.Builder
	for _, word := range strings.Fields(text) {
		out.WriteByte(word[0])
	}
	return out.String()
}
