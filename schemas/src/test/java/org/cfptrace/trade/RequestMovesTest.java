package org.cfptrace.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole table, legal and illegal, written down a second time. */
class RequestMovesTest {
  private static final String EXPECTED =
      """
      from      REMIND CANCEL    LINK   REPLY    REJECT   ANSWER   WITHDRAW
      ASKED     ASKED  CANCELLED LINKED ASKED    REJECTED -        -
      LINKED    LINKED CANCELLED LINKED LINKED   REJECTED ANSWERED LINKED
      ANSWERED  -      CANCELLED -      ANSWERED -        ANSWERED LINKED
      REJECTED  -      -         -      -        -        -        -
      CANCELLED -      -         -      -        -        -        -
      """;

  /** Seen from the module's directory, where tests run. */
  private static final Path README = Path.of("README.md");

  static Stream<Arguments> cells() {
    List<List<String>> rows =
        EXPECTED.lines().map(line -> Arrays.asList(line.split(" +", -1))).toList();
    List<Arguments> cells = new ArrayList<>();
    for (List<String> row : rows.subList(1, rows.size())) {
      for (int column = 1; column < row.size(); column++) {
        String next = row.get(column);
        cells.add(
            Arguments.of(
                RequestState.valueOf(row.get(0)),
                RequestMove.valueOf(rows.get(0).get(column)),
                next.equals("-") ? Optional.empty() : Optional.of(RequestState.valueOf(next))));
      }
    }
    return cells.stream();
  }

  @ParameterizedTest(name = "{0} {1} -> {2}")
  @MethodSource("cells")
  void everyMoveLeadsWhereTheTableSaysOrNowhere(
      RequestState from, RequestMove move, Optional<RequestState> next) {
    assertThat(RequestMoves.next(from, move)).isEqualTo(next);
  }

  @Test
  void everyCellIsLookedAt() {
    assertThat(cells())
        .hasSize(RequestState.values().length * RequestMove.values().length)
        .doesNotHaveDuplicates();
  }

  @Test
  void theCustomerMayRemindUntilItIsAnsweredAndCancelUntilItIsOver() {
    assertThat(RequestMoves.legal(RequestState.ASKED, RequestSide.ASKER))
        .containsExactly(RequestMove.REMIND, RequestMove.CANCEL);
    assertThat(RequestMoves.legal(RequestState.LINKED, RequestSide.ASKER))
        .containsExactly(RequestMove.REMIND, RequestMove.CANCEL);
    assertThat(RequestMoves.legal(RequestState.ANSWERED, RequestSide.ASKER))
        .containsExactly(RequestMove.CANCEL);
  }

  @Test
  void theSupplierMayLinkReplyAndRejectUntilItIsAnswered() {
    assertThat(RequestMoves.legal(RequestState.ASKED, RequestSide.ANSWERER))
        .containsExactly(RequestMove.LINK, RequestMove.REPLY, RequestMove.REJECT);
    assertThat(RequestMoves.legal(RequestState.LINKED, RequestSide.ANSWERER))
        .containsExactly(RequestMove.LINK, RequestMove.REPLY, RequestMove.REJECT);
    assertThat(RequestMoves.legal(RequestState.ANSWERED, RequestSide.ANSWERER))
        .containsExactly(RequestMove.REPLY);
  }

  @Test
  void nobodyMovesWhatIsOver() {
    for (RequestSide side : RequestSide.values()) {
      assertThat(RequestMoves.legal(RequestState.REJECTED, side)).isEmpty();
      assertThat(RequestMoves.legal(RequestState.CANCELLED, side)).isEmpty();
    }
  }

  @Test
  void aRequestIsOpenUntilItIsAnsweredRejectedOrCancelled() {
    assertThat(RequestState.values())
        .filteredOn(RequestState::isOpen)
        .containsExactly(RequestState.ASKED, RequestState.LINKED);
    assertThat(RequestState.values())
        .filteredOn(RequestState::isOver)
        .containsExactly(RequestState.REJECTED, RequestState.CANCELLED);
  }

  @Test
  void everyStateHasWordsOfItsOwnInBothLanguages() {
    assertThat(Arrays.stream(RequestState.values()).map(state -> state.text().en()))
        .doesNotHaveDuplicates()
        .allMatch(words -> !words.isBlank());
    assertThat(Arrays.stream(RequestState.values()).map(state -> state.text().ja()))
        .doesNotHaveDuplicates()
        .allMatch(words -> !words.isBlank());
  }

  @Test
  void theOtherSideOfACustomerIsItsSupplierAndTheOtherWayRound() {
    assertThat(RequestSide.ASKER.other()).isEqualTo(RequestSide.ANSWERER);
    assertThat(RequestSide.ANSWERER.other()).isEqualTo(RequestSide.ASKER);
  }

  @Test
  void theReadmeShowsThisTable() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(
        row(
            "move, by",
            Arrays.stream(RequestState.values()).map(state -> "from `" + state + "`").toList()));
    lines.add(row("---", Arrays.stream(RequestState.values()).map(state -> "---").toList()));
    for (RequestMove move : RequestMove.values()) {
      lines.add(
          row(
              "`" + move + "` " + move.side(),
              Arrays.stream(RequestState.values())
                  .map(from -> RequestMoves.next(from, move).map(Enum::name).orElse("–"))
                  .toList()));
    }

    assertThat(Files.readString(README)).contains(String.join("\n", lines) + "\n");
  }

  private static String row(String first, List<String> cells) {
    return Stream.concat(Stream.of(first), cells.stream())
        .collect(Collectors.joining(" | ", "| ", " |"));
  }
}
