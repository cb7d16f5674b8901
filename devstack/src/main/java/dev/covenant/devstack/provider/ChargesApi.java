package dev.covenant.devstack.provider;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;

/** Turns a request into a command on the books, and what they say into a reply. */
final class ChargesApi {

    private final Books books;
    private final Stall stall;
    private final Duration silence;

    /** @param silence how long a call that is never answered is held before its connection is closed */
    ChargesApi(Books books, Stall stall, Duration silence) {
        this.books = books;
        this.stall = stall;
        this.silence = silence;
    }

    Reply reply(Request request) throws IOException, SQLException {
        return switch (request.route()) {
            case Route.Authorize(String id) -> authorize(id, request.fields());
            case Route.Capture(String id) -> reply(books.capture(id), ChargeJson::of);
            case Route.Cancel(String id) -> reply(books.cancel(id), ChargeJson::of);
            case Route.Repay(String id, String refundId) -> refund(id, refundId, request.fields());
            case Route.Find(String id) ->
                books.find(id).map(found -> Reply.ok(ChargeJson.of(found))).orElseGet(ChargesApi::noSuchCharge);
            case Route.Audit() -> page(request);
            case Route.NotFound() -> Reply.error(404, "not-found", "there is nothing at this path");
            case Route.WrongMethod(String allowed) ->
                Reply.error(405, "method-not-allowed", "this path takes " + allowed, "Allow", allowed);
        };
    }

    private Reply authorize(String id, Json.Fields fields) throws SQLException {
        ChargeRequest asked = new ChargeRequest(
                id,
                Rules.amount(fields.wholeNumber("amount")),
                Rules.currency(fields.text("currency")),
                Rules.token(fields.text("token")));
        Outcome<Charge> outcome = books.authorize(asked);
        Reply reply = reply(outcome, ChargeJson::of);
        return outcome instanceof Outcome.OtherContent<Charge> ? reply : inItsTime(reply, asked.behaviour());
    }

    /** The books are committed by now: only the answer waits, on a replay as well. */
    private Reply inItsTime(Reply reply, TestToken token) {
        return switch (token) {
            case TestToken.Slow(Duration delay) -> stall.hold(delay) ? reply : new Reply.Silence();
            case TestToken.NoAnswer() -> {
                stall.hold(silence);
                yield new Reply.Silence();
            }
            case TestToken.Approve _, TestToken.Decline _, TestToken.RefuseCapture _, TestToken.RefuseRefund _ -> reply;
        };
    }

    private Reply refund(String id, String refundId, Json.Fields fields) throws SQLException {
        long amount = Rules.amount(fields.wholeNumber("amount"));
        return reply(books.refund(new RefundRequest(id, refundId, amount)), ChargeJson.RefundJson::of);
    }

    private Reply page(Request request) throws SQLException {
        String after = request.parameter("after")
                .map(given -> Rules.id("after", given))
                .orElse("");
        int limit = request.parameter("limit").map(Rules::pageSize).orElse(Rules.LARGEST_PAGE);
        return Reply.ok(ChargeJson.Page.of(books.page(after, limit), limit));
    }

    private static <T> Reply reply(Outcome<T> outcome, Function<T, Object> json) {
        return switch (outcome) {
            case Outcome.Booked<T>(T answer) -> Reply.ok(json.apply(answer));
            case Outcome.Replayed<T>(T answer) -> Reply.ok(json.apply(answer));
            case Outcome.Refused<T>(Charge.State state) ->
                Reply.error(409, "charge-" + name(state), "the charge is " + state);
            case Outcome.OtherContent<T>() -> Reply.error(422, "id-reused", "this id was used with another content");
            case Outcome.NoSuchCharge<T>() -> noSuchCharge();
        };
    }

    private static String name(Charge.State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Reply noSuchCharge() {
        return Reply.error(404, "charge-unknown", "there is no charge of this id");
    }
}
