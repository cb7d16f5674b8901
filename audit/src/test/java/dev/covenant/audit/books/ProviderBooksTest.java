package dev.covenant.audit.books;

import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProviderBooksTest {
    private FakeProvider provider;
    private ProviderBooks books;

    @BeforeEach
    void start() {
        provider = FakeProvider.start();
        books = new ProviderBooks(provider.address(), FakeProvider.KEY);
    }

    @AfterEach
    void stop() {
        books.close();
        provider.close();
    }

    @Test
    void findsAStretchOfChargesWithOneRequest() {
        var ids = ids(100, 199);
        provider.has(ids(0, 999));

        assertThat(books.find(ids)).containsOnlyKeys(ids);
        assertThat(provider.requests()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void readsLittleInVainForChargesThatAreFarApart() {
        var ids = List.of(id(3), id(400), id(900));
        provider.has(ids(0, 999));

        assertThat(books.find(ids)).containsOnlyKeys(ids);
        assertThat(provider.listed()).isLessThan(100);
    }

    @Test
    void findsTheVeryFirstIdThereCanBe() {
        var first = new UUID(0, 0).toString();
        provider.has(List.of(first, id(1)));

        assertThat(books.find(List.of(first))).containsOnlyKeys(first);
    }

    @Test
    void asksForAnIdThatIsNoneOfOursByItsName() {
        provider.has(List.of("who-knows"));

        assertThat(books.find(List.of("who-knows", "nobody"))).containsOnlyKeys("who-knows");
    }

    @Test
    void tellsNothingOfAChargeThatIsNotThere() {
        provider.has(List.of(id(1)));

        assertThat(books.find(List.of(id(2)))).isEmpty();
    }

    @Test
    void tellsTwoChargesUnderOneId() {
        provider.has(List.of(id(1), id(1), id(2)));

        assertThat(books.find(List.of(id(1))))
                .hasEntrySatisfying(id(1), charges -> assertThat(charges).hasSize(2));
    }

    @Test
    void saysThatTheKeyIsRefused() {
        try (var stranger = new ProviderBooks(provider.address(), "another")) {
            assertThatThrownBy(() -> stranger.find(List.of(id(1))))
                    .isInstanceOf(UnreadableBookException.class)
                    .hasMessageContaining("the provider's books")
                    .hasMessageContaining("401");
        }
    }

    private static List<String> ids(long from, long to) {
        return LongStream.rangeClosed(from, to).mapToObj(ProviderBooksTest::id).toList();
    }

    private static String id(long number) {
        return new UUID(0x0198_0000_0000_7000L, 0x8000_0000_0000_0000L | number).toString();
    }
}
