namespace JobDraftsPS.Sandbox.Sorce;

/// <summary>The places that a job can name. The service knows the United States only.</summary>
internal static class SorceLocationTable
{
    public const string Country = "United States";

    private static readonly SorceLocation[] Places =
    [
        Place(50011, "Albany", "New York"),
        Place(50017, "Albuquerque", "New Mexico"),
        Place(50023, "Anchorage", "Alaska"),
        Place(50029, "Arlington", "Texas"),
        Place(50030, "Arlington", "Virginia"),
        Place(50041, "Atlanta", "Georgia"),
        Place(50047, "Aurora", "Colorado"),
        Place(50048, "Aurora", "Illinois"),
        Place(50053, "Austin", "Texas"),
        Place(50077, "Baltimore", "Maryland"),
        Place(50119, "Birmingham", "Alabama"),
        Place(50321, "Boise", "Idaho"),
        Place(50333, "Boston", "Massachusetts"),
        Place(50359, "Buffalo", "New York"),
        Place(50461, "Charlotte", "North Carolina"),
        Place(50467, "Chicago", "Illinois"),
        Place(50503, "Cleveland", "Ohio"),
        Place(50527, "Columbus", "Georgia"),
        Place(50528, "Columbus", "Indiana"),
        Place(50529, "Columbus", "Ohio"),
        Place(51031, "Dallas", "Texas"),
        Place(51043, "Denver", "Colorado"),
        Place(51047, "Des Moines", "Iowa"),
        Place(51061, "Detroit", "Michigan"),
        Place(52501, "Honolulu", "Hawaii"),
        Place(52511, "Houston", "Texas"),
        Place(52543, "Indianapolis", "Indiana"),
        Place(52609, "Jackson", "Mississippi"),
        Place(52610, "Jackson", "Wyoming"),
        Place(52667, "Kansas City", "Kansas"),
        Place(52668, "Kansas City", "Missouri"),
        Place(53003, "Las Vegas", "Nevada"),
        Place(53017, "Los Angeles", "California"),
        Place(53047, "Louisville", "Kentucky"),
        Place(53503, "Memphis", "Tennessee"),
        Place(53507, "Miami", "Florida"),
        Place(53519, "Milwaukee", "Wisconsin"),
        Place(53527, "Minneapolis", "Minnesota"),
        Place(54011, "Nashville", "Tennessee"),
        Place(54013, "New Orleans", "Louisiana"),
        Place(54037, "New York", "New York"),
        Place(54503, "Oklahoma City", "Oklahoma"),
        Place(54517, "Omaha", "Nebraska"),
        Place(55001, "Philadelphia", "Pennsylvania"),
        Place(55009, "Phoenix", "Arizona"),
        Place(55021, "Portland", "Maine"),
        Place(55022, "Portland", "Oregon"),
        Place(56003, "Richmond", "California"),
        Place(56004, "Richmond", "Virginia"),
        Place(58013, "Salt Lake City", "Utah"),
        Place(58027, "San Diego", "California"),
        Place(58031, "San Francisco", "California"),
        Place(58043, "Seattle", "Washington"),
        Place(58111, "Springfield", "Illinois"),
        Place(58112, "Springfield", "Massachusetts"),
        Place(58113, "Springfield", "Missouri"),
        Place(58114, "Springfield", "Ohio"),
        Place(58115, "Springfield", "Oregon"),
        Place(61007, "Tulsa", "Oklahoma"),
        Place(63029, "Washington", "District of Columbia"),
    ];

    private static readonly Dictionary<long, SorceLocation> ById = Places.ToDictionary(place => place.LocationId);

    public static int Count => Places.Length;

    public static SorceLocation? Find(long locationId) => ById.TryGetValue(locationId, out var place) ? place : null;

    /// <summary>The places in whose name every word of the text begins a word; those whose city is the text itself come first.</summary>
    public static IEnumerable<SorceLocation> Search(string text, string country, int atMost)
    {
        var words = Words(text);
        if (words.Length == 0 || !country.Equals(Country, StringComparison.OrdinalIgnoreCase))
        {
            return [];
        }

        return Places
            .Where(place => Matches(place, words))
            .OrderByDescending(place => place.City.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase))
            .Take(atMost);
    }

    private static bool Matches(SorceLocation place, string[] words)
    {
        var name = Words(place.DisplayName);
        return Array.TrueForAll(words, word => Array.Exists(name, part => part.StartsWith(word, StringComparison.OrdinalIgnoreCase)));
    }

    private static string[] Words(string text) => text.Split([' ', ',', '\t'], StringSplitOptions.RemoveEmptyEntries);

    private static SorceLocation Place(long id, string city, string state) => new(id, city, state, Country);
}
