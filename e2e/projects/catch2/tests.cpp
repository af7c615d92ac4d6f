#define CATCH_CONFIG_MAIN
#define CATCH_CONFIG_ENABLE_BENCHMARKING
#include <catch2/catch.hpp>

static int fibonacci(int n) { return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2); }

TEST_CASE("fibonacci") { REQUIRE(fibonacci(10) == 55); }

TEST_CASE("fibonacci is fast", "[!benchmark]") {
  SECTION("small") {
    BENCHMARK("of 10") { return fibonacci(10); };
  }
  SECTION("large") {
    BENCHMARK("of 20") { return fibonacci(20); };
  }
}
