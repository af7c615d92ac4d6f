package words

import (
	"fmt"
	"strings"
	"testing"
)

var total int

func BenchmarkCount(b *testing.B) {
	for _, size := range []int{10, 1000} {
		text := strings.Repeat("some word ", size)
		b.Run(fmt.Sprintf("words=%d", 2*size), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for i := 0; i < b.N; i++ {
				total += Count(text)
			}
		})
	}
}

func BenchmarkInitials(b *testing.B) {
	text := strings.Repeat("some word ", 100)
	b.SetBytes(int64(len(text)))
	for i := 0; i < b.N; i++ {
		total += len(Initials(text))
	}
}
